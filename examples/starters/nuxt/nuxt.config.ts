export default defineNuxtConfig({
  compatibilityDate: '2026-12-01',
  css: ['~/style.css'],
  app: { head: { htmlAttrs: { lang: 'en' }, title: 'My site' } },
  // With it `nuxt generate` fails: unstorage 1.17.6 accepts no key "/".
  experimental: { payloadExtraction: false },
})
