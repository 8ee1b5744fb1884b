// Runs the tests of the schedule in WebKit in three time zones: `node test/time-zones.mjs`.
// Playwright sets the zone of the other engines in a test; WebKitGTK takes it from its environment.
import { spawnSync } from 'node:child_process';

for (const TZ of ['Europe/Warsaw', 'America/New_York', 'Pacific/Auckland']) {
  console.log(`\nWebKit in ${TZ}`);
  const { status } = spawnSync('npx', ['wtr', '--files', 'test/gates/schedule-times.test.ts'], {
    env: { ...process.env, BROWSERS: 'webkit', TZ },
    stdio: 'inherit',
  });
  process.exitCode ||= status ?? 1;
}
