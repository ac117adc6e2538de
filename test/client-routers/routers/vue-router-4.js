import { createApp, h } from 'vue'
import { createRouter, createWebHistory, RouterLink, RouterView } from 'vue-router'
import { LINKS } from '../links.js'

const component = { render: () => null }
const router = createRouter({
  history: createWebHistory(),
  routes: [{ path: '/:page(.*)*', component }],
})

createApp({
  render: () => [
    ...LINKS.map(({ to, ...attributes }) => h(RouterLink, { to, ...attributes }, () => to)),
    h(RouterView),
  ],
})
  .use(router)
  .mount('#app')
