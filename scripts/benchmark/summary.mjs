// @ts-check

/**
 * Returns a quantile: the value below which a share of the values lies.
 *
 * @param {readonly number[]} values
 * @param {number} share From 0 to 1; 0.5 for the median.
 */
export const quantile = (values, share) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? Number.NaN

/** @param {readonly number[]} values */
export const median = values => quantile(values, 0.5)

/**
 * Returns the median of the ratios of `values` to `base`, as a number, and as text with uncertainty
 * and quartiles. Compares pair by pair: a busy machine slows down both values of a pair.
 *
 * @param {readonly number[]} base
 * @param {readonly number[]} values
 */
export const summary = (base, values) => {
  const ratios = values.map((value, turn) => value / (base[turn] ?? Number.NaN))
  const [low, ratio, high] = [0.25, 0.5, 0.75].map(share => quantile(ratios, share).toFixed(2))
  // The uncertainty of the median, as the notch of a box plot: if the notches of two medians do not
  // overlap, the medians differ with 95 % confidence.
  const spread = quantile(ratios, 0.75) - quantile(ratios, 0.25)
  const uncertainty = ((1.57 * spread) / Math.sqrt(ratios.length)).toFixed(2)
  return { ratio: median(ratios), text: `${ratio} ± ${uncertainty} [${low}, ${high}]` }
}
