import configurator from 'core-js/configurator'

const CONSTRUCTORS = ['Map', 'Promise', 'Set', 'URL', 'URLSearchParams', 'WeakMap', 'WeakSet']
const BUILT_INS = { Array, JSON, Number, Object, Promise, Reflect, RegExp, String }

const methods = Object.entries(BUILT_INS).flatMap(([name, built]) =>
  [built, built.prototype ?? {}].flatMap(holder =>
    Object.getOwnPropertyNames(holder).map(method => `${name}.${method}`),
  ),
)

// Makes core-js replace built-ins that this browser has, as core-js does in a browser with faulty
// built-ins:
// https://github.com/zloirock/core-js#configurable-level-of-aggressiveness
configurator({ usePolyfill: [...CONSTRUCTORS, ...methods] })
