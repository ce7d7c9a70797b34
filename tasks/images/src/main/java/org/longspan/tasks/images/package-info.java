/**
 * The class of an image that is read pixel by pixel. {@link org.longspan.tasks.images.ImagesProvider} reads the files
 * that the user names, {@link org.longspan.tasks.images.PixelByPixel} presents their pixels in its order.
 */
package org.longspan.tasks.images;
