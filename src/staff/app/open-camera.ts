/** Why there is no picture: not allowed, no camera, somebody else has it, or something nobody foresaw. */
export type CameraFault = 'refused' | 'none' | 'busy' | 'failed';

/** Asks for the camera that looks away from whoever holds the device, else any. Rejects as `cameraFaultOf` tells. */
export type OpenCamera = () => Promise<MediaStream>;

const wanted: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } },
};

/** Null where this browser gives pages no camera. */
export function cameraOf(navigator: Partial<Pick<Navigator, 'mediaDevices'>>): OpenCamera | null {
  const { mediaDevices } = navigator;
  return mediaDevices === undefined ? null : () => mediaDevices.getUserMedia(wanted);
}

/** What the error of `getUserMedia` means (Media Capture and Streams, 10.2.1); older browsers' names among them. */
export function cameraFaultOf(error: unknown): CameraFault {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'failed';
}
