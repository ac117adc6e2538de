import './style.css'
import { initSite } from './site-initializer'

void initSite()
