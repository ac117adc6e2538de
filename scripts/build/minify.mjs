// @ts-check
import terser from '@rollup/plugin-terser'
import { minifySync } from 'rolldown/utils'

/** A Rollup plugin that minifies with oxc. */
const fold = {
  name: 'fold',
  /** @param {string} code @param {{ fileName: string }} chunk */
  renderChunk: (code, { fileName }) => {
    const options = { compress: { target: 'es2021' }, mangle: false }
    const { code: folded, errors } = minifySync(fileName, code, options)
    if (errors[0]) throw new Error(errors[0].message)
    return { code: folded, map: null }
  },
}

/** A Rollup plugin that minifies with terser. */
const shrink = terser({
  ecma: 2021,
  compress: {
    passes: 4,
    pure_getters: true,
    unsafe: true,
    unsafe_arrows: true,
    unsafe_proto: true,
    // nanostores creates a symbol that only its tests use.
    pure_funcs: ['Symbol'],
    // nanostores reads `process.env.NODE_ENV`, which would throw in a browser.
    global_defs: { 'process.env.NODE_ENV': 'production' },
  },
})

/**
 * The Rollup plugins that minify. oxc runs before terser: both together make smaller files than one
 * of them alone.
 */
export const minify = [fold, shrink]

/**
 * A Rollup plugin that adds a comment as the first line. Because of this comment V8 compiles all
 * functions of consent.js at once. Nearly all of them are called at the start, and compiling each
 * function at its first call would take longer.
 *
 * @see https://v8.dev/blog/explicit-compile-hints
 */
export const compileHint = {
  name: 'compile-hint',
  /** @param {string} code */
  renderChunk: code => ({ code: `//# allFunctionsCalledOnLoad\n${code}`, map: null }),
}
