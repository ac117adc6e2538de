import Alpine from 'alpinejs'
import { collect } from '../collect.js'

const store = Alpine.reactive({ addresses: [] })
Alpine.data('page', () => ({ count: 0, store }))

window.library = {
  /** Starts Alpine on markup, and renders after a click. */
  async use(root) {
    root.innerHTML = `<div x-data="page"><button @click="count++" x-text="'count ' + count"></button>
      <template x-for="address in store.addresses"><img :src="address" alt=""></template></div>`
    Alpine.start()
    root.querySelector('button').click()
    await Alpine.nextTick()
    return [root.textContent]
  },
  reach: name => store.addresses.push(collect(name)),
}
