import * as Turbo from '@hotwired/turbo'
import { collect } from '../collect.js'

const next = event =>
  new Promise(resolve => document.addEventListener(event, resolve, { once: true }))

window.library = {
  /** Visits the next page without a page load, then fills a frame and renders a stream there. */
  async use() {
    const loaded = next('turbo:render')
    Turbo.visit('/next')
    await loaded
    const filled = next('turbo:frame-load')
    document.querySelector('#app').innerHTML = '<turbo-frame id="part" src="/part"></turbo-frame>'
    await filled
    Turbo.renderStreamMessage(
      '<turbo-stream action="append" target="app"><template><i>stream</i></template></turbo-stream>',
    )
    await new Promise(resolve => setTimeout(resolve, 100))
    return [location.pathname, document.querySelector('#app').textContent, document.title]
  },
  reach: name =>
    Turbo.renderStreamMessage(
      `<turbo-stream action="append" target="app"><template><script src="${collect(name)}"></script></template></turbo-stream>`,
    ),
}
