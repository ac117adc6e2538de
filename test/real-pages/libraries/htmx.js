import htmx from 'htmx.org'
import { collect } from '../collect.js'

window.htmx = htmx

window.library = {
  /** Swaps a part of the page in after a click, and submits a form. */
  use: root =>
    new Promise(resolve => {
      root.innerHTML =
        '<button hx-get="/part" hx-target="#target">go</button><div id="target"></div>'
      htmx.process(root)
      root.addEventListener('htmx:afterSettle', () => resolve([root.textContent]), { once: true })
      root.querySelector('button').click()
    }),
  /** Swaps in mark-up with a script of Google's. */
  reach: name =>
    htmx.swap('#app', `<p>${name}</p><script src="${collect(name)}"></script>`, {
      swapStyle: 'beforeend',
    }),
}
