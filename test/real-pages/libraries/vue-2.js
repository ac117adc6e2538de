import Vue from 'vue-2/dist/vue.esm.js'
import { collect } from '../collect.js'

Vue.config.productionTip = false
Vue.config.devtools = false
let app

window.library = {
  /** Renders a template in the page, and again after a click. */
  async use(root) {
    root.innerHTML = `<div><button @click="count++">count {{ count }}</button>
      <component v-for="address in addresses" :key="address" is="script" :src="address"></component></div>`
    app = new Vue({ el: root.firstElementChild, data: { count: 0, addresses: [] } })
    app.$el.querySelector('button').click()
    await Vue.nextTick()
    return [root.textContent]
  },
  reach: name => app.addresses.push(collect(name)),
}
