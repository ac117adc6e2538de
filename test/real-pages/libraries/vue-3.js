import { createApp, nextTick } from 'vue/dist/vue.esm-bundler.js'
import { collect } from '../collect.js'

let app

window.library = {
  /** Renders a template in the page, and again after a click. */
  async use(root) {
    root.innerHTML = `<button @click="count++">count {{ count }}</button>
      <img v-for="address in addresses" :key="address" :src="address" alt="">`
    app = createApp({ data: () => ({ count: 0, addresses: [] }) }).mount(root)
    root.querySelector('button').click()
    await nextTick()
    return [root.textContent]
  },
  reach: name => app.addresses.push(collect(name)),
}
