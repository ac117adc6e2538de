// @ts-check

/**
 * Returns the first line of a file of the npm package: `'use client'` for the entry of React, whose
 * hooks run only in client components. rollup would remove this directive from a source.
 *
 * @see https://react.dev/reference/rsc/use-client
 * @param {import('rollup').RenderedChunk} chunk
 */
export const directive = ({ name, isEntry }) => (isEntry && name === 'react' ? "'use client'" : '')
