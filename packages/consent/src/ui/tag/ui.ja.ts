export { text } from '../banner/text/ja.ts'
export { mountView } from './mount-view.ts'
