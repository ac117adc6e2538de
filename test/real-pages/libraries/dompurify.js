import DOMPurify from 'dompurify'
import { collect } from '../collect.js'

window.library = {
  /** Removes unsafe markup. */
  async use(root) {
    root.innerHTML = DOMPurify.sanitize('<b onclick="x()">bold</b><script>x()</script><p id="p">p')
    return [root.innerHTML, DOMPurify.removed.length]
  },
  reach: name =>
    document.querySelector('#app').append(
      DOMPurify.sanitize(`<iframe src="${collect(name)}" title=""></iframe>`, {
        ADD_TAGS: ['iframe'],
        RETURN_DOM_FRAGMENT: true,
      }),
    ),
}
