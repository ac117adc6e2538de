// What Nuxt gives a module as `#imports`, as far as nuxt-gtag asks for it. The head is the one
// that Nuxt has, too: unhead.

import { useHead as addToHead } from 'unhead'
import { createHead } from 'unhead/client'

const head = createHead()

export const defineNuxtPlugin = plugin => plugin

export const useHead = input => addToHead(head, input)

/** The host's `gtag: { id: 'G-WRAPPED' }`, under it the defaults of nuxt-gtag's build part. */
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
