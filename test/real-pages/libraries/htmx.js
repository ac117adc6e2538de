import htmx from 'htmx.org'
import { collect } from '../collect.js'

window.htmx = htmx

window.library = {
  /** Replaces a part of the page after a click, and submits a form. */
  use: root =>
    new Promise(resolve => {
      root.innerHTML =
        '<button hx-get="/part" hx-target="#target">go</button><div id="target"></div>'
      htmx.process(root)
      root.addEventListener('htmx:afterSettle', () => resolve([root.textContent]), { once: true })
      root.querySelector('button').click()
    }),
  reach: name =>
    htmx.swap('#app', `<p>${name}</p><script src="${collect(name)}"></script>`, {
      swapStyle: 'beforeend',
    }),
}
