import { Room } from './room';

// A server component; the room itself is a client component.
export default function Page() {
  return (
    <>
      <h1>Next.js</h1>
      <Room />
    </>
  );
}
