// Freezes the prototypes of the language, as extensions and security packages do:
// https://github.com/bahmutov/freeze-prototypes
import { collect } from '../collect.js'

const BUILT_INS = [
  Array,
  Object,
  Function,
  String,
  Number,
  RegExp,
  Date,
  Map,
  Set,
  WeakMap,
  Promise,
  Error,
]
for (const { prototype } of BUILT_INS) Object.freeze(prototype)

window.library = {
  /** Tries to change what is frozen. */
  async use(root) {
    root.append([1, 2].map(x => x * 2).join())
    return [
      root.textContent,
      Reflect.set(String.prototype, 'at', null),
      Reflect.set(Object.prototype, 'x', 1),
    ]
  },
  /** Asks Google by a request. */
  reach(name) {
    const request = new XMLHttpRequest()
    request.open('GET', collect(name))
    request.send()
  },
}
