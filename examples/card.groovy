session { upload 'a.mp4'; edit 'upscale to 1080p'; export mp4 }
