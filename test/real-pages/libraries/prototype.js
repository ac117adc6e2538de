import { collect } from '../collect.js'

window.library = {
  /** Uses the methods that Prototype adds to every element, array and function. */
  async use(root) {
    $(root).insert({ bottom: '<ul><li class="one">1</li></ul>' })
    const texts = $$('#app li').invoke('update', 'two').pluck('innerHTML')
    const bound = function () {
      return this.three
    }.bind({ three: 3 })
    const part = await new Promise(resolve => {
      new Ajax.Updater(root, '/part', {
        method: 'get',
        insertion: 'bottom',
        onComplete: () => setTimeout(() => resolve(root.innerHTML), 20),
      })
    })
    return [texts, bound(), Object.toJSON($H({ a: [1] })), part, [1, 2].toJSON?.()]
  },
  reach: name => $$('head')[0].insert(new Element('script', { src: collect(name) })),
}
