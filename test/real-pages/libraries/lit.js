import { html, LitElement } from 'lit'
import { collect } from '../collect.js'

class PagePart extends LitElement {
  static properties = { count: { type: Number }, addresses: {} }

  constructor() {
    super()
    this.count = 0
    this.addresses = []
  }

  render() {
    return html`<button @click=${() => this.count++}>count ${this.count}</button>${this.addresses.map(
      address => html`<img src=${address} alt="">`,
    )}`
  }
}
customElements.define('page-part', PagePart)

window.library = {
  /** Renders an element in its shadow root, and again after a click. */
  async use(root) {
    root.innerHTML = '<page-part></page-part>'
    const part = root.firstElementChild
    await part.updateComplete
    part.shadowRoot.querySelector('button').click()
    await part.updateComplete
    return [part.shadowRoot.textContent]
  },
  reach(name) {
    const part = document.querySelector('page-part')
    part.addresses = [...part.addresses, collect(name)]
  },
}
