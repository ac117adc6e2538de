import configurator from 'core-js/configurator'

const CONSTRUCTORS = ['Map', 'Promise', 'Set', 'URL', 'URLSearchParams', 'WeakMap']
const BUILT_INS = { Array, JSON, Number, Object, Promise, Reflect, RegExp, String }

const methods = Object.entries(BUILT_INS).flatMap(([name, built]) =>
  [built, built.prototype ?? {}].flatMap(holder =>
    Object.getOwnPropertyNames(holder).map(method => `${name}.${method}`),
  ),
)

// WeakSet stays the browser's own: consent.js puts a proxy into one, on which core-js's polyfill throws.
// Has core-js replace also what this browser has, as in a browser of which it knows a fault:
// https://github.com/zloirock/core-js#configurable-level-of-aggressiveness
configurator({ usePolyfill: [...CONSTRUCTORS, ...methods] })
