// The npm code for Vue and React.

import { literal } from './literal.js'
import { categoriesOf, consentFile } from './npm.js'
import { pageParts, styleFiles } from './tag.js'

/** @typedef {import('./settings.js').Settings} Settings */

/**
 * Returns the files of a site with a framework. If there is no category, there is no hook.
 *
 * @param {Settings} settings
 * @param {(category: string) => Record<string, string>} codesFor Returns the code by file.
 */
const withFramework = (settings, codesFor) => {
  const [category] = Object.keys(categoriesOf(settings))
  const codes = category === undefined ? [] : Object.entries(codesFor(category))
  return [
    consentFile(settings, codes.length > 0),
    ...codes.map(([name, code]) => ({ name, code })),
    ...styleFiles(settings),
  ]
}

const indented = (/** @type {Settings} */ settings, /** @type {string} */ indent) =>
  pageParts(settings)
    .map(line => indent + line)
    .join('\n')

/** Returns the files of a site with Vue 3. @param {Settings} settings */
export const vueFiles = settings =>
  withFramework(settings, name => ({
    'main.ts': `import { consentPlugin } from '@spaceone/consent/vue'
import { createApp } from 'vue'
import App from './App.vue'
import { consent } from './consent'

createApp(App).use(consentPlugin(consent)).mount('#app')`,
    'App.vue': `<script setup lang="ts">
import { useGranted } from '@spaceone/consent/vue'

const isGranted = useGranted(${literal(name)})
</script>

<template>
  <p v-if="isGranted">…</p>
${indented(settings, '  ')}
</template>`,
  }))

/** Returns the files of a site with React. @param {Settings} settings */
export const reactFiles = settings =>
  withFramework(settings, name => ({
    'main.tsx': `import { ConsentProvider } from '@spaceone/consent/react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { consent } from './consent'

createRoot(document.getElementById('root')!).render(
  <ConsentProvider consent={consent}>
    <App />
  </ConsentProvider>,
)`,
    'App.tsx': `import { useGranted } from '@spaceone/consent/react'

export const App = () => {
  const isGranted = useGranted(${literal(name)})
  return (
    <>
      {isGranted && <p>…</p>}
${indented(settings, '      ')}
    </>
  )
}`,
  }))
