import 'reflect-metadata';
import { publish } from './published.ts';

publish();
