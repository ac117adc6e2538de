// @ts-check
import nodeResolve from '@rollup/plugin-node-resolve'
import typescript from '@rollup/plugin-typescript'

/** A Rollup plugin that finds the file of each import, in the sources and in libraries. */
export const resolve = nodeResolve({ extensions: ['.ts', '.tsx', '.js', '.mjs'] })

/**
 * Returns a Rollup plugin that compiles the TypeScript of a package. Only `npm run types` checks
 * types: a check in each build would take a minute.
 *
 * @param {string} folder The folder of the package.
 */
export const compileIn = folder =>
  typescript({
    tsconfig: `${folder}/tsconfig.json`,
    exclude: ['**/*.test.*', '**/*.test-d.ts'],
    compilerOptions: {
      noEmit: false,
      declaration: false,
      isolatedDeclarations: false,
      noCheck: true,
    },
  })

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
