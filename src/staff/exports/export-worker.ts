import type { ToExport } from './export-messages.ts';
import { serveExport } from './serve-export.ts';

const hear = serveExport((message) => postMessage(message));
addEventListener('message', ({ data }: MessageEvent<ToExport>) => hear(data));
