import type { NextConfig } from 'next';

const config: NextConfig = {
  // Next.js then keeps the previous page hidden. The room leaves with it, and returns with it.
  cacheComponents: true,
};

export default config;
