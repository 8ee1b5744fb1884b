// Runs the tests of a schedule's times in three time zones, each in three engines: `node test/time-zones.mjs`.
// Browsers take the zone from their environment.
import { spawnSync } from 'node:child_process';

for (const TZ of ['Europe/Warsaw', 'America/New_York', 'Pacific/Auckland']) {
  console.log(`\n${TZ}`);
  const { status } = spawnSync('npx', ['wtr', '--files', 'test/gates/schedule-times.test.ts'], {
    env: { ...process.env, TZ, TIME_ZONE: TZ },
    stdio: 'inherit',
  });
  process.exitCode ||= status ?? 1;
}
