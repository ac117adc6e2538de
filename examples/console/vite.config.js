import vue from '@vitejs/plugin-vue2'
import { defineConfig } from 'vite'

export default defineConfig(({ mode }) => ({
  // The mode `vue-3` builds a separate page, with `@spaceone/consent/vue` on Vue 3, into the same
  // folder.
  resolve: {
    alias: mode === 'vue-3' ? { vue: 'vue-3' } : { 'vue-demi': 'vue-demi/lib/v2.7/index.mjs' },
  },
  plugins: mode === 'vue-3' ? [] : [vue()],
  build: {
    target: 'es2021',
    emptyOutDir: mode !== 'vue-3',
    rollupOptions: {
      input: mode === 'vue-3' ? 'vue-3.html' : 'index.html',
      // Packages of one npm scope are bundled into one file, including the SDK's parts that are
      // loaded late.
      output: { manualChunks: id => /node_modules\/@([^/]+)\//.exec(id)?.[1] },
    },
  },
}))
