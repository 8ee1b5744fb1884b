import Link from 'next/link';
import type { ReactNode } from 'react';
import './page.css';

export const metadata = {
  title: 'Next.js – livewebinar-room',
  icons: { icon: 'data:,' },
};

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <nav>
          <Link href="/">Room</Link> <Link href="/about">About</Link>
        </nav>
        {children}
      </body>
    </html>
  );
}
