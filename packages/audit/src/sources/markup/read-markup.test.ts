import { expect, test } from 'vitest'
import { tracesIn } from '../read-file.ts'

/** Returns what a template shows, each trace as `line kind what`. */
const shown = (file: string, text: string) => {
  const { traces, ignores } = tracesIn(file, text)
  return [
    ...traces.map(({ line, kind, what }) => `${line} ${kind} ${what}`),
    ...ignores.map(({ line, code, reason }) => `${line} ignore ${code}: ${reason}`),
  ]
}

test('reads HTML: scripts, events, and the addresses that elements load', () => {
  const html = `<!doctype html>
<link rel="canonical" href="https://a.example/">
<link rel="preconnect" href="https://b.example">
<a href="https://c.example/">C</a>
<img src=https://d.example/x.gif srcset="https://e.example/2x.gif 2x">
<!-- consent-ignore-next-line undeclared-host the map that visitors ask for -->
<iframe src="//f.example/embed"></iframe>
<button onclick="localStorage.setItem('g', 1)">G</button>
<script type="application/ld+json">{ "@context": "https://schema.example" }</script>
<script>
  if (1 < 2) document.cookie = 'h=1'
</script>
<script type="text/plain" data-consent="analytics" data-src="https://i.example/i.js"></script>
<script type="text/x-javascript">localStorage.setItem('j', 1)</script>
<script type="text/x-handlebars"><p>{{#if a}}</p></script>
<img data-consent="media" data-srcset="https://k.example/1.gif, https://k.example/2.gif 2x">
<video data-consent="media" data-poster="https://l.example/l.webp"></video>`
  expect(shown('a.html', html)).toEqual([
    '3 host https://b.example',
    '5 host https://d.example/x.gif',
    '5 host https://e.example/2x.gif',
    '7 host https://f.example/embed',
    '8 storage g',
    '11 cookie h',
    '13 host https://i.example/i.js',
    '14 storage j',
    '16 host https://k.example/1.gif',
    '16 host https://k.example/2.gif',
    '17 host https://l.example/l.webp',
    '6 ignore undeclared-host: the map that visitors ask for',
  ])
})

test('reads Vue: both scripts, events and bindings', () => {
  const vue = `<script lang="ts">
export const KEY: string = 'a'
</script>
<script setup lang="ts">
const set = (value: string) => localStorage.setItem('a', value as string)
</script>
<template>
  <p v-for="one in all" :key="one">{{ one }}</p>
  <button @click="a => { Cookies.set('b', a) }" v-on:focus="localStorage.c = 1">B</button>
  <img :src="'https://d.example/d.gif'" />
</template>`
  expect(shown('a.vue', vue)).toEqual([
    '5 storage a',
    '9 cookie b',
    '9 storage c',
    '10 host https://d.example/d.gif',
  ])
})

test('reads Svelte: expressions between braces', () => {
  const svelte = `<script lang="ts">
  let open = $state<boolean>(false)
  localStorage.setItem('a', '}')
</script>
{#if open && 1 < 2}
  <button onclick={() => { document.cookie = 'b=1' }}>{\`\${open}\`}</button>
{:else}
  {@html '<p>{</p>'}
{/if}
<iframe title={open ? 'c' : "d"} src="https://e.example/"></iframe>
<style>p { color: red }</style>`
  expect(shown('a.svelte', svelte).sort()).toEqual([
    '10 host https://e.example/',
    '3 storage a',
    '6 cookie b',
  ])
})

test('reads Astro: the front, scripts, and markup in expressions', () => {
  const astro = `---
import Layout from 'layout'
Astro.cookies.set('a', 'b')
---
<Layout>
  {all.map(one => <img src={\`https://c.example/\${one}\`} alt="" />)}
  {/* consent-ignore-next-line undeclared-host a picture of the site */}
  <img src="https://d.example/d.gif" />
</Layout>
<script>
  localStorage.setItem('e', 'f')
</script>`
  expect(shown('a.astro', astro)).toEqual([
    '2 package layout',
    '3 cookie a',
    '6 host https://c.example/',
    '8 host https://d.example/d.gif',
    '11 storage e',
    '7 ignore undeclared-host: a picture of the site',
  ])
})

test('says where a script cannot be parsed', () => {
  expect(() => tracesIn('a.html', '<p>\n<script>const = 1</script>')).toThrow(/\(2:/)
})
