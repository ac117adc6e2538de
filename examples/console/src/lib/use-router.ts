import { getCurrentInstance } from 'vue'
import type VueRouter from 'vue-router'

/** Gives the router in `<script setup>`, for which vue-router 3 has no function of its own. */
export const useRouter = (): VueRouter => {
  const instance = getCurrentInstance()
  if (!instance) throw new Error('useRouter() is for setup')
  return instance.proxy.$router
}
