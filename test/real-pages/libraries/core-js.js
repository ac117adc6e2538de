import '../core-js-forced.js'
import 'core-js/full'
import { collect } from '../collect.js'

window.library = {
  /** Uses polyfills in place of the browser's built-ins. */
  async use(root) {
    const isNative = built => /\[native code\]/.test(Function.prototype.toString.call(built))
    const query = new URLSearchParams(new URL('https://a.test/?x=1&x=2').search)
    const found = await Promise.all(query.getAll('x').map(async x => new Map([[x, x]]).get(x)))
    root.append(...found)
    return [root.textContent, [Promise, Map, URL, URLSearchParams].map(isNative)]
  },
  /** Requests an address of Google that a polyfill of URL has built. */
  reach(name) {
    const url = new URL(collect(name))
    setImmediate(() => fetch(url, { mode: 'no-cors' }).catch(() => {}))
  },
}
