import Vue from 'vue'
import VueRouter from 'vue-router'
import CostReport from './pages/CostReport.vue'
import Dashboard from './pages/Dashboard.vue'
import SignIn from './pages/SignIn.vue'
import type { useSession } from './session'

Vue.use(VueRouter)

export const createRouter = (session: ReturnType<typeof useSession>): VueRouter => {
  const router = new VueRouter({
    mode: 'history',
    routes: [
      { path: '/sign-in', name: 'sign-in', component: SignIn },
      { path: '/dashboard', name: 'dashboard', component: Dashboard },
      { path: '/cost-report', name: 'cost-report', component: CostReport },
      { path: '*', redirect: '/dashboard' },
    ],
  })
  router.beforeEach((to, _from, next) => {
    if (to.name === 'sign-in' || session.userId) next()
    else next({ name: 'sign-in', query: { nextPath: to.fullPath } })
  })
  return router
}
