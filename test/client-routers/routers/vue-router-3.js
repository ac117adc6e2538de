import Vue from 'vue-2'
import VueRouter from 'vue-router-3'
import { LINKS } from '../links.js'

Vue.use(VueRouter)

new Vue({
  router: new VueRouter({ mode: 'history', routes: [{ path: '*' }] }),
  render: create =>
    create(
      'div',
      LINKS.map(({ to, ...attrs }) => create('router-link', { props: { to }, attrs }, to)),
    ),
}).$mount('#app')
