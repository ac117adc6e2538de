import { collect } from '../collect.js'

window.library = {
  /** Uses the methods that MooTools adds to every element, array and function, and a class. */
  async use(root) {
    new Element('p', { text: 'one', class: 'one' }).inject(root)
    $$('#app .one').addEvent('click', function () {
      this.set('text', 'clicked')
    })
    $$('#app .one')[0].fireEvent('click')
    const Counter = new Class({ Implements: [Events], count: () => [1, 2].getLast() })
    await new Promise(resolve =>
      new Request({
        url: '/part',
        method: 'get',
        onSuccess: html => resolve(root.adopt(new Element('div', { html }))),
      }).send(),
    )
    return [root.innerHTML, new Counter().count(), 'a-b'.camelCase(), JSON.encode({ a: [1] })]
  },
  reach: name => new Element('img', { src: collect(name) }).inject($('app')),
}
