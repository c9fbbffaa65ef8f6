const Canvas = (_: { sought: unknown; isFull: boolean }) => null;
export default Canvas;
