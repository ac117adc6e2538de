// @ts-check
import nodeResolve from '@rollup/plugin-node-resolve'
import typescript from '@rollup/plugin-typescript'

/** A Rollup plugin that finds the file of each import, in the sources and in libraries. */
export const resolve = nodeResolve({ extensions: ['.ts', '.tsx', '.js', '.mjs'] })

/**
 * Returns a plugin that compiles all sources for the first row that has the plugin, and gives the
 * other rows the same results. The plugin alone would compile all sources for each row, which takes
 * longer than the rest of the row.
 *
 * @param {import('rollup').Plugin} plugin
 * @returns {import('rollup').Plugin}
 */
const compileOnce = ({ buildStart, buildEnd, ...plugin }) => ({
  ...plugin,
  buildStart: once(buildStart),
  buildEnd: once(buildEnd),
})

/**
 * Returns a hook that calls another hook the first time only.
 *
 * @template {(...args: any[]) => unknown} Hook
 * @param {import('rollup').ObjectHook<Hook> | undefined} hook
 * @returns {any}
 */
const once = hook => {
  let isCalled = false
  return /** @this {unknown} @param {unknown[]} args */ function (...args) {
    if (isCalled) return
    isCalled = true
    if (typeof hook === 'function') hook.apply(this, args)
  }
}

/**
 * Returns a Rollup plugin that compiles the TypeScript of a package. Only `npm run types` checks
 * types: a check in each build would take a minute.
 *
 * @param {string} folder The folder of the package.
 */
export const compileIn = folder =>
  compileOnce(
    typescript({
      tsconfig: `${folder}/tsconfig.json`,
      exclude: ['**/*.test.*', '**/*.test-d.ts'],
      compilerOptions: {
        noEmit: false,
        declaration: false,
        isolatedDeclarations: false,
        noCheck: true,
      },
    }),
  )

/** The Rollup plugin that compiles the SDK. */
export const compile = compileIn('packages/consent')

/**
 * Stops the build at every warning but TS5096. This warning says that TypeScript does not emit
 * imports that end in `.ts`; rollup rewrites these imports.
 *
 * @param {import('rollup').RollupLog} warning
 */
export const onwarn = ({ message }) => {
  if (!message.includes('TS5096')) throw new Error(message)
}
