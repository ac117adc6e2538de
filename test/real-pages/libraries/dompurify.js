import DOMPurify from 'dompurify'
import { collect } from '../collect.js'

window.library = {
  /** Takes out of mark-up what is not safe. */
  async use(root) {
    root.innerHTML = DOMPurify.sanitize('<b onclick="x()">bold</b><script>x()</script><p id="p">p')
    return [root.innerHTML, DOMPurify.removed.length]
  },
  /** Puts in mark-up with a frame of Google's. */
  reach: name =>
    document.querySelector('#app').append(
      DOMPurify.sanitize(`<iframe src="${collect(name)}" title=""></iframe>`, {
        ADD_TAGS: ['iframe'],
        RETURN_DOM_FRAGMENT: true,
      }),
    ),
}
