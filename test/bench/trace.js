/** Kinds of the names in a Chromium trace. The rest is painting, parsing and waiting. */
const KINDS = [
  [
    'scripting',
    /^(EvaluateScript|FunctionCall|TimerFire|EventDispatch|FireAnimationFrame|RunMicrotasks|FireIdleCallback|MinorGC|MajorGC|v8\.|V8\.)/,
  ],
  ['style', /^(UpdateLayoutTree|ParseAuthorStyleSheet)$/],
  ['layout', /^Layout$/],
];

/** Records Chromium's trace of what `run` does. */
export async function record(session, run) {
  const events = [];
  const collect = ({ value }) => events.push(...value);
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['devtools.timeline', 'blink.user_timing', 'v8'],
    },
  });
  const result = await run();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return { result, events };
}

/** Measures the milliseconds that `run` takes on the main threads of renderers, by kind. */
export async function trace(session, run) {
  const { result, events } = await record(session, run);
  return { result, milliseconds: sumUp(events) };
}

function sumUp(events) {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const totals = { scripting: 0, style: 0, layout: 0 };
  for (const main of mains) {
    const spans = events
      .filter(({ ph, pid, tid }) => ph === 'X' && `${pid} ${tid}` === main)
      .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
    // A nested span of the same kind is not counted again. One of another kind counts as that kind.
    const open = [];
    for (const { name, ts, dur = 0 } of spans) {
      while (open.length && open.at(-1).end <= ts) open.pop();
      const kind = KINDS.find(([, names]) => names.test(name))?.[0] ?? open.at(-1)?.kind;
      const outer = open.at(-1)?.kind;
      if (kind !== outer) {
        if (kind) totals[kind] += dur;
        if (outer) totals[outer] -= dur;
      }
      open.push({ end: ts + dur, kind });
    }
  }
  return Object.fromEntries(Object.entries(totals).map(([kind, time]) => [kind, time / 1000]));
}
