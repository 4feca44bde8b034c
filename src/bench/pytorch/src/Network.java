/** Takes a step of plain gradient descent, and gives the norms of the gradients by the weights of its layers. */
interface Network {
    float RATE = 1e-12f;
    int CLASSES = 10;

    float[] step();
}
