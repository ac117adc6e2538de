// @ts-check

/**
 * Returns the first line of a file of the npm package. Hooks of React run in client components only,
 * and rollup removes the directive from a source.
 *
 * @see https://react.dev/reference/rsc/use-client
 * @param {import('rollup').RenderedChunk} chunk
 */
export const directive = ({ name, isEntry }) => (isEntry && name === 'react' ? "'use client'" : '')
