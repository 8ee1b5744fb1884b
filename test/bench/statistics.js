/** Returns an interpolated quantile of the samples. */
export function quantile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)];
  return low + (sorted[Math.ceil(at)] - low) * (at % 1);
}

export const median = (samples) => quantile(samples, 0.5);

/** Returns the median with the interquartile range. */
export const spread = (samples) => ({
  median: median(samples),
  low: quantile(samples, 0.25),
  high: quantile(samples, 0.75),
});

/** Returns the ratios of samples that were taken in the same round. */
export const ratios = (ours, theirs) => spread(ours.map((value, index) => value / theirs[index]));

/** Fits a line through points by least squares. Returns its slope with twice the standard error. */
export function slope(points) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const width = points.reduce((sum, [px]) => sum + (px - x) ** 2, 0);
  const growth = points.reduce((sum, [px, py]) => sum + (px - x) * (py - y), 0) / width;
  const left = points.reduce((sum, [px, py]) => sum + (py - y - growth * (px - x)) ** 2, 0);
  // Twice the standard error: about 95 of 100 samples lie within.
  return { growth, error: 2 * Math.sqrt(left / (points.length - 2) / width) };
}

/** Runs each contender once per round, in a changing order, and returns the samples by name. */
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
