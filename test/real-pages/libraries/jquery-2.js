import $ from 'jquery-2'
import { useJquery } from '../use-jquery.js'

useJquery($)
