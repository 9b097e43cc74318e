import { createContext, type ReactNode, use } from 'react';
import type { RandomBytes } from '../../protocol/ids.ts';
import type { DoorApi } from '../api/staff-api.ts';
import type { PasskeyDevice } from '../passkeys/passkey-device.ts';
import type { OpenExportThread } from '../exports/export-messages.ts';
import type { OpenListThread } from '../list/list-messages.ts';
import type { Timers } from '../session/timers.ts';
import type { CodeReader } from './code-reader.ts';
import type { Memory } from './device-memory.ts';
import type { OpenCamera } from './open-camera.ts';

/** The outside world, put together in main.tsx. */
export interface Tools {
  readonly door: DoorApi;
  readonly timers: Timers;
  readonly random: RandomBytes;
  readonly memory: Memory;
  /** Answers of an unfinished set-up: public words only. */
  readonly answers: () => Storage;
  /** Null where this browser can't use passkeys. */
  readonly passkeys: PasskeyDevice | null;
  readonly isOnline: () => boolean;
  /** Starts the list's own thread. */
  readonly openListThread: OpenListThread;
  /** Starts a thread that makes one file of guests' details. */
  readonly openExportThread: OpenExportThread;
  /** Null where this browser gives pages no camera. */
  readonly openCamera: OpenCamera | null;
  /** Starts the thread that reads codes in a camera's pictures. */
  readonly openCodeReader: () => CodeReader;
  /** Puts another page of this site in this one's place: everything in memory goes, and no way leads back. */
  readonly leaveFor: (address: string) => void;
  /** Browsers give cryptography to secure pages only. */
  readonly isSecure: boolean;
  /** A soft sound for a new arrival. */
  readonly chime: () => void;
  /** Browsers play sound only after a touch; called on one. */
  readonly allowSound: () => void;
}

const ToolsContext = createContext<Tools | undefined>(undefined);

export function ToolsProvider({ tools, children }: { readonly tools: Tools; readonly children: ReactNode }) {
  return <ToolsContext value={tools}>{children}</ToolsContext>;
}

export function useTools(): Tools {
  const tools = use(ToolsContext);
  if (tools === undefined) throw new Error('there is no ToolsProvider above');
  return tools;
}
