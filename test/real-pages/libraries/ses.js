import 'ses'
import { collect } from '../collect.js'

lockdown()

window.library = {
  /** Evaluates code in a compartment, and tries to change a hardened object. */
  async use(root) {
    const found = new Compartment({ globals: { three: 3 }, __options__: true }).evaluate(
      '[1, 2].map(x => x * three)',
    )
    root.append(found.join())
    return [
      root.textContent,
      Object.isFrozen(Array.prototype),
      Reflect.set(Array.prototype, 'map', null),
    ]
  },
  reach: name => fetch(collect(name), { mode: 'no-cors' }).catch(() => {}),
}
