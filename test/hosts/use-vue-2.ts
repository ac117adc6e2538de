// The SDK's plugin in Vue 2.7.

import Vue from 'vue'
import { plugin, setup } from './frameworks.js'

Vue.use(plugin)
export const component = Vue.extend({ setup: () => ({ isGranted: setup() }) })
