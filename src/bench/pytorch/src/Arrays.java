import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a network starts from, one array after the other out of a file of floats. */
final class Arrays {
    private final NDManager manager;
    private final FloatBuffer floats;

    Arrays(NDManager manager, Path file) throws IOException {
        this.manager = manager;
        floats = ByteBuffer.wrap(Files.readAllBytes(file)).asFloatBuffer();
    }

    NDArray next(long... shape) {
        var next = new Shape(shape);
        var values = new float[Math.toIntExact(next.size())];
        floats.get(values);
        return manager.create(values, next);
    }

    NDArray labels(int batch) {
        return next(batch).toType(DataType.INT64, false);
    }
}
