// The parts of Nuxt's `#imports` that nuxt-gtag uses. The head manager is unhead, as in Nuxt.

import { useHead as addToHead } from 'unhead'
import { createHead } from 'unhead/client'

const head = createHead()

export const defineNuxtPlugin = plugin => plugin

export const useHead = input => addToHead(head, input)

/**
 * The site's option `gtag: { id: 'G-WRAPPED' }` over the defaults of nuxt-gtag's build-time module.
 */
export const useRuntimeConfig = () => ({
  public: {
    gtag: {
      enabled: true,
      initMode: 'auto',
      id: 'G-WRAPPED',
      initCommands: [],
      config: {},
      tags: [],
      loadingStrategy: 'defer',
      url: 'https://www.googletagmanager.com/gtag/js',
    },
  },
})
