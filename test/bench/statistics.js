/** Value below which a share of the samples lies, interpolated. */
export function quantile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)];
  return low + (sorted[Math.ceil(at)] - low) * (at % 1);
}

export const median = (samples) => quantile(samples, 0.5);

/** Median with the middle half of the samples around it. */
export const spread = (samples) => ({
  median: median(samples),
  low: quantile(samples, 0.25),
  high: quantile(samples, 0.75),
});

/** Ratios of samples that were taken side by side, pair by pair. */
export const ratios = (ours, theirs) => spread(ours.map((value, index) => value / theirs[index]));

/** A straight line through points by least squares: growth per step, and what it may be by chance. */
export function slope(points) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const width = points.reduce((sum, [px]) => sum + (px - x) ** 2, 0);
  const growth = points.reduce((sum, [px, py]) => sum + (px - x) * (py - y), 0) / width;
  const left = points.reduce((sum, [px, py]) => sum + (py - y - growth * (px - x)) ** 2, 0);
  // Twice the standard error: about 95 of 100 samples lie within.
  return { growth, error: 2 * Math.sqrt(left / (points.length - 2) / width) };
}

/** Runs each contender in every round, in an order that changes, and gives the samples by name. */
export async function alternate(contenders, rounds, measure) {
  const samples = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const names = Object.keys(contenders);
    names.push(...names.splice(0, round % names.length));
    if (round % 2) names.reverse();
    for (const name of names) samples[name].push(await measure(contenders[name], name));
  }
  return samples;
}
