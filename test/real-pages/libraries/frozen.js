// Freezes the prototypes of the language, as extensions and security packages do:
// https://github.com/bahmutov/freeze-prototypes
import { collect } from '../collect.js'

// Array stays as it is: a withdrawal assigns the `push` of the data layer, which throws where it is frozen.
const BUILT_INS = [
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
