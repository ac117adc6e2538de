import { getCurrentInstance } from 'vue'
import type VueRouter from 'vue-router'

/** Returns the router inside `<script setup>`. Before 3.6, vue-router 3 has no such function. */
export const useRouter = (): VueRouter => {
  const instance = getCurrentInstance()
  if (!instance) throw new Error('useRouter() was called outside of setup()')
  return instance.proxy.$router
}
