// The SDK's plugin in Vue 3.

import { createApp } from 'vue'
import { plugin, setup } from './frameworks.js'

export const app = createApp({ setup: () => ({ isGranted: setup() }) }).use(plugin)
