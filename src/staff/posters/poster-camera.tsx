import { useEffect, useRef, useState } from 'react';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { type CameraFault, cameraFaultOf, type OpenCamera } from '../app/open-camera.ts';
import { useTools } from '../app/tools.tsx';
import './poster-camera.css';

/** Why the camera is off again without anybody's touch; `hidden`: the page went out of sight. */
export type CameraEnd = CameraFault | 'hidden';

interface PosterCameraProps {
  readonly open: OpenCamera;
  /** The text of a code that is seen: again and again, while it stays in the picture. */
  readonly onCode: (text: string) => void;
  readonly onEnd: (why: CameraEnd) => void;
}

/** Milliseconds between one look at the picture and the next. */
const rest = 120;
/** Longest side of the picture that is searched: a poster that fills a third of it is read, and a slow tablet keeps up. */
const longestSide = 1024;

/** The camera's picture, searched for codes as long as this is on the screen. No picture leaves the device or is kept. */
export function PosterCamera({ open, onCode, onEnd }: PosterCameraProps) {
  const t = useMessages('staff').posters.scan.camera;
  const { timers, openCodeReader } = useTools();
  const video = useRef<HTMLVideoElement>(null);
  const [starting, setStarting] = useState(true);
  const hear = useRef({ onCode, onEnd });
  useEffect(() => {
    hear.current = { onCode, onEnd };
  }, [onCode, onEnd]);

  useEffect(() => {
    const screen = video.current;
    if (screen === null) return undefined;
    const reader = openCodeReader();
    const canvas = document.createElement('canvas');
    let over = false;
    let stream: MediaStream | null = null;
    let callOff: () => void = () => undefined;
    const end = (why: CameraEnd) => {
      if (!over) hear.current.onEnd(why);
    };
    const look = async () => {
      const picture = pictureOf(screen, canvas);
      const text = picture === null ? null : await reader.read(picture);
      if (over) return;
      if (text !== null) hear.current.onCode(text);
      lookAfter(rest);
    };
    const lookAfter = (milliseconds: number) => {
      callOff = timers.after(milliseconds, () => {
        look().catch(() => end('failed'));
      });
    };
    const start = async () => {
      stream = await open();
      if (over) {
        stop(stream);
        return;
      }
      // A camera that is pulled out, or taken by another app.
      for (const track of stream.getTracks()) track.addEventListener('ended', () => end('busy'));
      screen.srcObject = stream;
      await screen.play();
      if (over) return;
      setStarting(false);
      lookAfter(0);
    };
    start().catch((error: unknown) => end(cameraFaultOf(error)));
    const hide = () => {
      if (document.visibilityState === 'hidden') end('hidden');
    };
    document.addEventListener('visibilitychange', hide);
    return () => {
      over = true;
      callOff();
      document.removeEventListener('visibilitychange', hide);
      if (stream !== null) stop(stream);
      screen.srcObject = null;
      reader.end();
    };
  }, [open, openCodeReader, timers]);

  return (
    <div className="poster-camera">
      <video ref={video} className="poster-camera__picture" muted playsInline aria-label={t.picture} />
      {starting ? <ProgressNote>{t.starting}</ProgressNote> : <p>{t.hint}</p>}
    </div>
  );
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** What the camera sees just now; null before its first picture. */
function pictureOf(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | null {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0 || videoHeight === 0) return null;
  const scale = Math.min(1, longestSide / Math.max(videoWidth, videoHeight));
  canvas.width = Math.round(videoWidth * scale);
  canvas.height = Math.round(videoHeight * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
